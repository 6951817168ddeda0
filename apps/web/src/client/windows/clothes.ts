// Everything that makes pages look as in 1998, fetched while that theme is chosen.
import '98.css/dist/98.css'
import './theme.css'
import './desktop.css'
import './window.css'
import './clothes.css'
import './talk-clothes.css'
import './list-clothes.css'
import './wizard-clothes.css'

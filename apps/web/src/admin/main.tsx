import '../look/look.css'
import './parts/table.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const [place, broken] = ['root', 'broken'].map((id) => document.getElementById(id) as HTMLElement)

createRoot(place!, {
  onUncaughtError(error) {
    reportError(error)
    // React has taken everything away by then, and the words may be what is missing.
    broken!.textContent = 'The admin pages have stopped working, or could not be fetched whole. Load the page again.'
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

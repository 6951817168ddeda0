// Before the first paint: the theme and the language that src/device/taste.ts keeps.
try {
  const { theme, nightShift, largeFonts, language } = JSON.parse(localStorage.getItem('seekyou taste') ?? '{}')
  const page = document.documentElement
  const is1998 = theme === '1998'
  const scheme = is1998 ? (nightShift ? 'dark' : 'light') : theme
  if (scheme === 'light' || scheme === 'dark') page.setAttribute('data-theme', scheme)
  if (is1998) page.setAttribute('data-look', '1998')
  if (largeFonts) page.setAttribute('data-fonts', 'large')
  if (language) page.lang = language
} catch {
  // Where nothing can be kept, the page looks as the system says.
}

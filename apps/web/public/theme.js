// Runs before the first paint, so that a chosen theme doesn't flash. A file of its own: the policy forbids inline scripts.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed; the system's theme it is.
}

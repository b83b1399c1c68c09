/** Where the HTML shell's first script, too, looks for the choice; a tab keeps its own. */
export const themeKey = "theme";

/** Switches between light and dark for this tab. */
export function toggleTheme(): void {
  const dark = document.documentElement.classList.toggle("dark");
  sessionStorage.setItem(themeKey, dark ? "dark" : "light");
}

/** Follows the system's preference as long as nobody chose. */
export function followSystemTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (sessionStorage.getItem(themeKey) === null) document.documentElement.classList.toggle("dark", matches);
  });
}

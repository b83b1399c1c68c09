/** Where menus and popovers are rendered, on demand (reference 1.1). */
export function portalRoot(): HTMLElement {
  const root = document.getElementById("portalLayoutRoot");
  if (!root) throw new Error("The page has no #portalLayoutRoot");
  return root;
}

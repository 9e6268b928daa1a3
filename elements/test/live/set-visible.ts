/** Makes the page seem to be seen or hidden, as a change of tabs does. */
export function setVisible(isVisible: boolean): void {
  const value = isVisible ? "visible" : "hidden";
  if (document.visibilityState === value) return;
  Object.defineProperty(document, "visibilityState", { value, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

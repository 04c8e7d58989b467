/**
 * Copies a text; false when the browser refuses. Without https there is no clipboard
 * interface, so a field inside `place` (which must not be clipped away) is copied from instead.
 */
export async function copyText(text: string, place: ParentNode & Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, place);
  }
}

function copyFromField(text: string, place: ParentNode & Node): boolean {
  const before = place instanceof ShadowRoot ? place.activeElement : document.activeElement;
  const field = document.createElement("textarea");
  field.className = "unseen";
  field.readOnly = true;
  field.value = text;
  place.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}

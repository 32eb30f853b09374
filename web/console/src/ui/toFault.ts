/** Once what is wrong is shown beside its field: puts the caret into the first such field, which may be far up a long form, out of sight. */
export function toFault(within: ParentNode): void {
  requestAnimationFrame(() => within.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}

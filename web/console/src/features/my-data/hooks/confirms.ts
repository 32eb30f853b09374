/** Whether what was typed is the person's own address. An empty address is never confirmed. */
export function confirms(typed: string, email: string): boolean {
  const wanted = email.trim().toLowerCase();
  return wanted !== '' && typed.trim().toLowerCase() === wanted;
}

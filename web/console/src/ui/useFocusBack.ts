import { useEffect, useState } from 'react';

/** For a window that is taken away when it is closed: gives the focus back to what it was opened from, so that who uses a keyboard goes on from there and not from the top of the page. */
export function useFocusBack(): void {
  // Read before the window is there, and takes the focus.
  const [opener] = useState(() => document.activeElement);
  // External system: the document's focus.
  useEffect(
    () => () => {
      setTimeout(() => {
        // Whoever moved on meanwhile stays there.
        if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

/** What must survive a reload or a crash of the browser: small, per store, on this device alone. */
export function keep<T>(name: string, value: T | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // A full or forbidden storage must not stop a sale; only the reload then finds nothing.
    return
  }
}

export function kept<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(name)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** 13812341234 -> 138****1234; other lengths keep two characters at each end. A masked number passes unchanged. */
export function maskPhone(phone: string): string {
  if (phone.includes('*')) return phone
  if (/^\d{11}$/.test(phone)) return phone.slice(0, 3) + '****' + phone.slice(7)
  return phone.length < 6
    ? '*'.repeat(phone.length)
    : phone.slice(0, 2) + '*'.repeat(phone.length - 4) + phone.slice(-2)
}

/** What a person types as a mainland mobile number, without spaces, dashes and +86; null when it is none. */
export function parsePhone(text: string): string | null {
  const plain = text.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(plain) ? plain : null
}

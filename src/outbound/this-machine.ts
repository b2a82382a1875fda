/** Whether a host of an address is this machine itself, so that what is sent to it travels nowhere. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

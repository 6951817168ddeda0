export const statuses = {
  online: 'Online',
  freeForChat: 'Free for chat',
  away: 'Away',
  notAvailable: 'Not available',
  occupied: 'Occupied',
  doNotDisturb: 'Do not disturb',
  invisible: 'Invisible',
  offline: 'Offline',
  pending: 'Waiting for authorization',
}

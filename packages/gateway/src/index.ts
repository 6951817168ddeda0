// The HTTP side of a server: the web application, datagrams over WebSockets, the administrators' pages and API.
export { type Admin, openAdmin } from './admin/open-admin.ts'
export { BadCertificate, type CertificateFiles } from './certificate.ts'
export { CannotListen, type HttpEndpoint } from './listen-http.ts'
export { type Gateway, type GatewayNote, type GatewayOptions, openGateway } from './open-gateway.ts'
export type { ServerCard } from './server-card.ts'

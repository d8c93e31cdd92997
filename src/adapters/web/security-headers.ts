import { secureHeaders } from 'hono/secure-headers'

/** Parts of the policy that every page has: nothing but our own files, and no word to anybody else. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
}

/** Powers that no page of ours uses. */
const nothing = {
  accelerometer: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  hid: [],
  idleDetection: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  screenWakeLock: [],
  serial: [],
  usb: [],
  xrSpatialTracking: [],
}

/** Headers for pages that these origins may show in a frame; none of them where there are no origins. */
export function securityHeaders(frameOrigins: readonly string[]) {
  const isFramed = frameOrigins.length > 0
  return secureHeaders({
    contentSecurityPolicy: { ...policy, frameAncestors: isFramed ? [...frameOrigins] : ["'none'"] },
    permissionsPolicy: nothing,
    referrerPolicy: 'no-referrer',
    // The policy says it, and this header knows no list.
    xFrameOptions: isFramed ? false : 'DENY',
    crossOriginResourcePolicy: isFramed ? 'cross-origin' : 'same-origin',
    // Whether every address of this host speaks TLS only the operator knows.
    strictTransportSecurity: false,
    overwrite: false,
  })
}

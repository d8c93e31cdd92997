/** How far a platform is: degraded platforms still answer, if not everybody. */
export type HealthState = 'connecting' | 'ready' | 'degraded' | 'stopped'

// Says what the commands of lib need to know before one of them runs in a test's process. Import it
// before anything of lib.
process.env.REJOINDER_RATE_LIMIT = "off";
process.env.REJOINDER_DATABASE_POOL = "4";

/** The address of the forum with its rate limits on, where the runner gives one. */
export const limitedUrl = process.env.E2E_LIMITED_URL;

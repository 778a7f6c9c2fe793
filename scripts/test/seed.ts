// Property tests try the same random values each time, so that a red run is the doing of the change
// at hand. `PROPERTY_SEED=n npm test` explores others; a failure names its seed.
import fc from "fast-check";

const DEFAULT_SEED = 20_260_101;

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? DEFAULT_SEED) });

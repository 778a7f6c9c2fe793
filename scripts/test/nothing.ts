// Stands in for modules that only mean something to a bundler.
export {};

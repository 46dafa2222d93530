package org.netloom.training;

/**
 * What this installation allows.
 *
 * @param mostWaiting runs of one workspace that may wait at once
 * @param version of Netloom, noted with each run
 */
public record RunLimits(int mostWaiting, String version) {}

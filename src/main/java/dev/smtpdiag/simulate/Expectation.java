package dev.smtpdiag.simulate;

import java.util.Optional;

/**
 * What smtpdiag is expected to make of a scenario.
 *
 * @param exitCode 0 to 125
 * @param finding the id of the leading finding, {@code auth.rejected}; absent when there is no fault to name
 */
public record Expectation(int exitCode, Optional<String> finding) {}

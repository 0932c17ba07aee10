package dev.smtpdiag.transcript;

import java.time.Duration;

/**
 * Where an event stands in the transcript.
 *
 * @param line number of its first line, from 1, as a printed transcript counts them
 * @param at time since the probe began
 * @param stage the step it belongs to
 * @param secure whether it travelled under TLS
 */
public record Stamp(int line, Duration at, Stage stage, boolean secure) {}

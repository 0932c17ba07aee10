/** The rules, one a file, each with the RFC section or the practice that it stands on. */
@NullMarked
package dev.smtpdiag.diagnosis.rules;

import org.jspecify.annotations.NullMarked;

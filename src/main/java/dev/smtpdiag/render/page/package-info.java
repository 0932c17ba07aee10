/**
 * A page in the making, and the formats that it is written in: blocks of text that know what they are and not how they
 * look. Must not know what the pages are about.
 */
@NullMarked
package dev.smtpdiag.render.page;

import org.jspecify.annotations.NullMarked;

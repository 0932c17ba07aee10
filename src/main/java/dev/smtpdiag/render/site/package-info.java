/**
 * The whole knowledge base as a static site: which pages there are, how they are linked, and what stands around them. Must
 * not know where the pages go: a sink takes them.
 */
@NullMarked
package dev.smtpdiag.render.site;

import org.jspecify.annotations.NullMarked;

package dev.smtpdiag.smtp;

/** What a server sent where a reply was due. A malformed reply is a value of its own, never a reply code. */
public sealed interface ServerOutput permits Reply, MalformedReply {}

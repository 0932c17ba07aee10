package dev.smtpdiag.discovery;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Finds the addresses of a host name. */
public interface AddressResolver {

    /** What a look-up found. */
    sealed interface Resolution permits Found, NotFound {}

    /**
     * @param addresses in the order in which they are to be tried
     */
    record Found(List<InetAddress> addresses) implements Resolution {}

    /**
     * @param detail why, in the words of the system
     */
    record NotFound(String detail) implements Resolution {}

    /**
     * Looks up every address of a name, or parses a literal address.
     *
     * @param timeout how long to wait for the answer
     */
    Resolution resolve(String host, Duration timeout);

    /** The names of an address, if there are any that are known in time. */
    default List<String> reverse(InetAddress address, Duration timeout) {
        return List.of();
    }

    /**
     * The names of the mail exchangers of a domain (RFC 5321 5.1), if there are any that are known in time. The resolver
     * of an operating system cannot be asked for them.
     */
    default List<String> mailExchangers(String domain, Duration timeout) {
        return List.of();
    }
}

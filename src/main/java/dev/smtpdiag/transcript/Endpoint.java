package dev.smtpdiag.transcript;

/**
 * An address and a port.
 *
 * @param address a literal IPv4 or IPv6 address
 * @param port 1 to 65535
 */
public record Endpoint(String address, int port) {

    public boolean isIpv6() {
        return address.indexOf(':') >= 0;
    }

    @Override
    public String toString() {
        return isIpv6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}

package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say where the connection goes. */
final class AddressOptions {

    private AddressOptions() {}

    static void addTo(CommandSpec spec, boolean help) {
        Specs.group(
                spec,
                help,
                "Address",
                Specs.flag("Use IPv4 only.", "-4"),
                Specs.flag("Use IPv6 only.", "-6"),
                Specs.values("HOST:ADDRESS", "Use this address for this host, without a look-up.", "--resolve"),
                Specs.value("HOST:PORT", "Connect there, but keep the target's name for TLS.", "--connect-to"));
    }

    static Addressing addressing(ParseResult parsed) {
        boolean four = parsed.hasMatchedOption("-4");
        boolean six = parsed.hasMatchedOption("-6");
        if (four && six) {
            throw new InvalidInputException("-4 and -6 contradict each other: leave both out to try all addresses");
        }
        Addressing.Family family = four ? Addressing.Family.IPV4 : six ? Addressing.Family.IPV6 : Addressing.Family.ANY;
        Optional<Target> connectTo = Aliases.value(parsed, "--connect-to").map(AddressOptions::destination);
        return new Addressing(family, overrides(Aliases.values(parsed, "--resolve")), connectTo);
    }

    private static Target destination(String text) {
        if (text.contains("://") || !text.matches(".+:\\d+")) {
            throw new InvalidInputException("not usable for --connect-to: " + text + " (write host:port)");
        }
        return Target.parse(text);
    }

    private static Map<String, List<String>> overrides(List<String> given) {
        Map<String, List<String>> overrides = new HashMap<>();
        for (String text : given) {
            int colon = text.indexOf(':');
            String host = colon < 0 ? "" : text.substring(0, colon);
            String rest = colon < 0 ? "" : text.substring(colon + 1);
            // curl writes host:port:address
            String address = rest.matches("\\d+:.+") && !isAddress(rest) ? rest.substring(rest.indexOf(':') + 1) : rest;
            if (address.startsWith("[") && address.endsWith("]")) {
                address = address.substring(1, address.length() - 1);
            }
            if (host.isEmpty() || !isAddress(address)) {
                throw new InvalidInputException("not usable for --resolve: " + text
                        + " (write host:address, for example mx.example.com:192.0.2.1)");
            }
            overrides
                    .computeIfAbsent(host.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(address);
        }
        return overrides;
    }

    private static boolean isAddress(String text) {
        boolean ipv4 = text.matches("(OCTET\\.){3}OCTET".replace("OCTET", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
        boolean fullIpv6 = text.matches("([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}");
        boolean shortIpv6 = text.contains("::") && text.matches("[0-9A-Fa-f:.]+");
        return ipv4 || fullIpv6 || shortIpv6;
    }
}

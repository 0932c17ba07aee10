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
import picocli.CommandLine.ParseResult;

/** The options that say where the connection goes. */
final class AddressOptions {

    private AddressOptions() {}

    static void addTo(Specs specs) {
        specs.group(
                "probe.group.address",
                specs.flag("probe.ipv4", "-4"),
                specs.flag("probe.ipv6", "-6"),
                specs.values("HOST:ADDRESS", "probe.resolve", "--resolve"),
                specs.value("HOST:PORT", "probe.connect-to", "--connect-to"));
    }

    static Addressing addressing(ParseResult parsed) {
        boolean four = parsed.hasMatchedOption("-4");
        boolean six = parsed.hasMatchedOption("-6");
        if (four && six) {
            throw new InvalidInputException("address.families");
        }
        Addressing.Family family = four ? Addressing.Family.IPV4 : six ? Addressing.Family.IPV6 : Addressing.Family.ANY;
        Optional<Target> connectTo = Aliases.value(parsed, "--connect-to").map(AddressOptions::destination);
        return new Addressing(family, overrides(Aliases.values(parsed, "--resolve")), connectTo);
    }

    private static Target destination(String text) {
        if (text.contains("://") || !text.matches(".+:\\d+")) {
            throw new InvalidInputException("address.connect-to", text);
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
                throw new InvalidInputException("address.resolve", text);
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

package dev.smtpdiag.cli;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.kb.MailServices;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.TlsMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** {@code --provider}: fills in host, port and TLS mode, and refuses what contradicts the provider. */
final class ProviderTargets {

    static final String OPTION = "--provider";

    private static final Pattern WITH_PORT = Pattern.compile(".*://.*|.*:\\d+/?");

    private ProviderTargets() {}

    /**
     * The targets, with what the provider says put in where the person said nothing.
     *
     * @param given as typed; may be empty with a provider
     * @param tls the mode that an option named, if any
     * @throws InvalidInputException when there is no target, or one that the provider does not have
     */
    static List<Target> of(ParseResult parsed, List<String> given, Optional<TlsMode> tls) {
        Optional<String> name = Aliases.value(parsed, OPTION);
        if (name.isEmpty()) {
            if (given.isEmpty()) {
                throw new InvalidInputException("target.none");
            }
            return given.stream().map(Target::parse).toList();
        }
        MailService service = ProvidersSubcommand.find(MailServices.load(), name.get());
        if (!given.isEmpty()) {
            return given.stream().map(text -> of(service, text, tls)).toList();
        }
        if (service.host().isEmpty()) {
            throw new InvalidInputException(
                    "provider.host-needed", service.name(), service.hosts().get(0));
        }
        return List.of(target(service.host(), port(service, Optional.empty(), tls)));
    }

    private static Target of(MailService service, String text, Optional<TlsMode> tls) {
        Target target = Target.parse(text);
        // One that runs on the user's own machine has no hosts of its own.
        if (!service.hosts().isEmpty() && !service.owns(target.host())) {
            String own = service.host().isEmpty() ? service.hosts().get(0) : service.host();
            throw new InvalidInputException("provider.host", target.host(), service.name(), own);
        }
        boolean portGiven = WITH_PORT.matcher(text.strip()).matches();
        Optional<TlsMode> wanted = tls.or(target::scheme);
        return target(target.host(), port(service, portGiven ? Optional.of(target.port()) : Optional.empty(), wanted));
    }

    private static MailService.Port port(MailService service, Optional<Integer> number, Optional<TlsMode> tls) {
        if (tls.filter(TlsMode.NONE::equals).isPresent()) {
            throw new InvalidInputException("provider.no-tls", service.name());
        }
        List<MailService.Port> open = service.ports().stream()
                .filter(port -> number.isEmpty() || number.get() == port.number())
                .toList();
        if (open.isEmpty()) {
            throw new InvalidInputException("provider.port", service.name(), number.orElse(0), ports(service));
        }
        return open.stream()
                .filter(port -> tls.isEmpty() || port.implicit() == (tls.get() == TlsMode.IMPLICIT))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "provider.mode", tls.orElseThrow().id(), service.name(), ports(service)));
    }

    private static String ports(MailService service) {
        StringBuilder ports = new StringBuilder();
        for (MailService.Port port : service.ports()) {
            ports.append(ports.length() == 0 ? "" : ", ")
                    .append(port.number())
                    .append(' ')
                    .append(port.mode());
        }
        return ports.toString();
    }

    /** The provider is known to have TLS, so that a server without it must not be taken for its own. */
    private static Target target(String host, MailService.Port port) {
        return new Target(
                host, port.number(), Optional.of(port.implicit() ? TlsMode.IMPLICIT : TlsMode.STARTTLS_REQUIRED));
    }
}

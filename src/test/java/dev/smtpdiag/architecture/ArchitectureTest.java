package dev.smtpdiag.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages and arrows of the architecture as an allow-list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String BASE = "dev.smtpdiag.";

    /** Which packages each package may use; sub-packages count as part of their parent. */
    private static final Map<String, Set<String>> MAY_USE = table(
            "smtp: ",
            "transcript: smtp",
            "plan: smtp",
            "session: smtp transcript plan discovery",
            "discovery: smtp plan transcript",
            "diagnosis: smtp transcript plan kb",
            "kb: smtp language",
            "language: ",
            "scan: transcript plan session diagnosis",
            "report: smtp transcript plan diagnosis",
            "render: smtp transcript plan diagnosis kb report message language scan",
            "message: smtp",
            "simulate: smtp",
            "cli: smtp language transcript plan session discovery diagnosis kb report render message simulate"
                    + " scan");

    private static final Pattern NETWORK = Pattern.compile("Socket|^Inet|^NetworkInterface|URLConnection");

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.smtpdiag");

    private static Map<String, Set<String>> table(String... rows) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String row : rows) {
            int colon = row.indexOf(": ");
            String used = row.substring(colon + 2);
            table.put(row.substring(0, colon), used.isEmpty() ? Set.of() : Set.of(used.split(" ")));
        }
        return table;
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    private static String topLevel(JavaClass type) {
        String rest = type.getPackageName().substring(BASE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String in(String name) {
        return BASE + name + "..";
    }

    private static String[] in(String... names) {
        return Stream.of(names).map(ArchitectureTest::in).toArray(String[]::new);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> present = new TreeSet<>();
        for (JavaClass type : all) {
            present.add(topLevel(type));
        }
        assertTrue(present.contains("session"), "nothing was imported");
        Set<String> unknown = new TreeSet<>(present);
        unknown.removeAll(MAY_USE.keySet());
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyWhatTheTableAllows(String name) {
        List<String> allowed = Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
                .map(ArchitectureTest::in)
                .toList();
        DescribedPredicate<JavaClass> forbidden =
                resideInAPackage("dev.smtpdiag..").and(not(resideInAnyPackage(allowed.toArray(new String[0]))));
        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true)
                .check(all);
    }

    @Test
    void noCyclesBetweenThem() {
        slices().matching("dev.smtpdiag.(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void theCommandLineLibraryOnlyInCli() {
        onlyIn("picocli..", "cli");
        onlyIn("org.jline..", "cli.shell");
    }

    @Test
    void otherLibrariesOnlyWhereTheyAreNeeded() {
        onlyIn("com.google.gson..", "render");
        onlyIn("org.bouncycastle..", "simulate");
    }

    @Test
    void tlsOnlyWhereTheNetworkIs() {
        onlyIn("javax.net..", "session", "discovery", "simulate");
    }

    @Test
    void socketsOnlyWhereTheNetworkIs() {
        DescribedPredicate<JavaClass> network = describe(
                "sockets or look-ups",
                type -> Set.of("java.net", "java.nio.channels").contains(type.getPackageName())
                        && NETWORK.matcher(type.getSimpleName()).find());
        noClasses()
                .that()
                .resideOutsideOfPackages(in("session", "discovery", "simulate"))
                .should()
                .dependOnClassesThat(network)
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.net.http.."))
                .because("only session, discovery and simulate talk to the network")
                .check(all);
    }

    @Test
    void standardStreamsEnvironmentAndExitOnlyInCli() {
        Set<String> names = Set.of("out", "err", "in", "exit", "getenv", "console", "setOut", "setErr");
        DescribedPredicate<JavaAccess<?>> system = describe("System.out, err, in, exit, getenv, console", access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().isEquivalentTo(System.class) && names.contains(target.getName());
        });
        noClasses()
                .that()
                .resideOutsideOfPackage(in("cli"))
                .should()
                .accessTargetWhere(system)
                .check(all);
    }

    @Test
    void whatIsPureHasNoClock() {
        DescribedPredicate<JavaAccess<?>> clock = describe("read a clock", access -> {
            AccessTarget target = access.getTarget();
            boolean nano = target.getOwner().isEquivalentTo(System.class)
                    && Set.of("nanoTime", "currentTimeMillis").contains(target.getName());
            return nano
                    || (target.getName().equals("now")
                            && target.getOwner().getPackageName().equals("java.time"));
        });
        noClasses()
                .that()
                .resideInAnyPackage(in("smtp", "transcript", "plan", "diagnosis", "kb", "report", "render"))
                .should()
                .accessTargetWhere(clock)
                .check(all);
    }

    @Test
    void onlySessionAndDiscoveryWriteATranscript() {
        classes()
                .that()
                .haveFullyQualifiedName("dev.smtpdiag.transcript.Recorder")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(in("transcript", "session", "discovery"))
                .check(all);
    }

    private void onlyIn(String library, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("dev.smtpdiag..")
                .and()
                .resideOutsideOfPackages(in(packages))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(all);
    }
}

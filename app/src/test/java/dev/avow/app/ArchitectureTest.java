package dev.avow.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.avow.accounts.Passwords;
import dev.avow.mask.Errand;
import dev.avow.mask.Outbound;
import dev.avow.mask.UnmaskAccess;
import dev.avow.sealing.UnsealAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the journey (JOURNEY.md) rests on holds by construction: who may see and name what. */
class ArchitectureTest {

    /** The journey. Each room sees the foundations and the rooms before it. */
    private static final List<String> ROOMS =
            List.of(
                    "arrive",
                    "admit",
                    "classify",
                    "decide",
                    "mask",
                    "ask",
                    "restore",
                    "record",
                    "retain",
                    "backup",
                    "prove");

    private static final List<String> FOUNDATIONS =
            List.of(
                    "words",
                    "disk",
                    "json",
                    "settings",
                    "sealing",
                    "merkle",
                    "postgres",
                    "tenancy",
                    "telemetry");

    private static final JavaClasses AVOW = imported();

    /**
     * What the rules ask of others' classes is their names; to read those takes most of the time.
     */
    private static JavaClasses imported() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.avow");
    }

    private static String pkg(String name) {
        return "dev.avow." + name + "..";
    }

    private static String[] pkgs(List<String> names) {
        return names.stream().map(ArchitectureTest::pkg).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> timeFlowsOneWay_everyRoom_seesNoLaterRoom() {
        return ROOMS.stream()
                .filter(room -> ROOMS.indexOf(room) + 1 < ROOMS.size())
                .map(room ->
                        DynamicTest.dynamicTest(
                                room,
                                () -> {
                                    List<String> later =
                                            ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
                                    noClasses()
                                            .that()
                                            .resideInAPackage(pkg(room))
                                            .should()
                                            .dependOnClassesThat()
                                            .resideInAnyPackage(pkgs(later))
                                            .check(AVOW);
                                }));
    }

    @Test
    void rooms_all_seeNoChannelSourceOrPeople() {
        DescribedPredicate<JavaClass> allowed =
                resideInAnyPackage(pkgs(ROOMS))
                        .or(resideInAnyPackage(pkgs(FOUNDATIONS)))
                        .or(resideInAnyPackage("dev.avow.detector.."));
        noClasses()
                .that()
                .resideInAnyPackage(pkgs(ROOMS))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.avow..").and(not(allowed)))
                .check(AVOW);
    }

    @Test
    void foundations_all_seeNoRoom() {
        noClasses()
                .that()
                .resideInAnyPackage(pkgs(FOUNDATIONS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(pkgs(ROOMS))
                .check(AVOW);
    }

    /** B6: while a model works, and that may be minutes, nothing is held of what was asked. */
    @Test
    void answers_all_cannotNameWhatTheRequestHeld() {
        noClasses()
                .that()
                .haveNameMatching(
                        "dev\\.avow\\.api\\.(AnswerRelay|AnswerEnd|AnswerGuards|UseCourse|OnePiece|StreamRelay|StreamSteps)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "dev\\.avow\\.(api\\.Preparer.*|arrive\\.(Arrived|Segment.*)|classify\\.Classified|decide\\.Decision.*)")
                .check(AVOW);
    }

    /** B1: whoever asks a model knows what may leave, and cannot name what it was made of. */
    @Test
    void askAndProviders_all_cannotNameAnEarlierText() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        pkgs(
                                List.of(
                                        "ask",
                                        "wire",
                                        "translation",
                                        "openai",
                                        "anthropic",
                                        "bedrock",
                                        "cohere",
                                        "gemini",
                                        "vertex",
                                        "mirror")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(pkgs(List.of("arrive", "admit", "classify", "decide")))
                                .or(
                                        resideInAPackage(pkg("mask"))
                                                .and(not(simpleName("Outbound")))
                                                .and(not(nameMatching(".*\\.Errand(\\$.*)?")))
                                                .as(
                                                        "anything of the masking room but Outbound"
                                                                + " and Errand")))
                .check(AVOW);
    }

    /** B1: translation takes bytes that left room 05, and has no way to anything else. */
    @Test
    void translation_all_seesNoRoomAtAll() {
        noClasses()
                .that()
                .resideInAPackage(pkg("translation"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(pkgs(ROOMS))
                .check(AVOW);
    }

    /** B1: one mint of what may leave. */
    @Test
    void outbound_implementations_areOnePackagePrivateRecord() {
        List<JavaClass> implementations =
                AVOW.stream()
                        .filter(each -> each.isAssignableTo(Outbound.class) && !each.isInterface())
                        .toList();

        assertThat(implementations).hasSize(1);
        assertThat(implementations.getFirst().getModifiers())
                .doesNotContain(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
        assertThat(Outbound.class.isSealed()).isTrue();
    }

    /** B1: the same for what is said of files and batches. */
    @Test
    void errand_implementations_areOnePackagePrivateRecord() {
        List<JavaClass> implementations =
                AVOW.stream()
                        .filter(each -> each.isAssignableTo(Errand.class) && !each.isInterface())
                        .toList();

        assertThat(implementations).hasSize(1);
        assertThat(implementations.getFirst().getModifiers())
                .doesNotContain(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
        assertThat(Errand.class.isSealed()).isTrue();
    }

    /** I1: nobody but tenancy opens a connection. */
    @Test
    void connections_all_areOpenedByTenancyAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(pkg("tenancy"), pkg("testing"))
                .should()
                .callMethod(java.sql.DriverManager.class, "getConnection", String.class)
                .orShould()
                .callMethod(
                        java.sql.DriverManager.class,
                        "getConnection",
                        String.class,
                        String.class,
                        String.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer..", "org.flywaydb..", "javax.sql..")
                .check(AVOW);
    }

    /** B8: whoever opens what is sealed is on this list. */
    @Test
    void unsealing_all_isDoneByAFewNamedClasses() {
        classes()
                .that(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "grant themselves access to sealed values",
                                (JavaClass each) ->
                                        each.getMethodCallsFromSelf().stream()
                                                .anyMatch(call ->
                                                        call.getTargetOwner()
                                                                        .isEquivalentTo(
                                                                                UnsealAccess.class)
                                                                && call.getName()
                                                                        .equals("granted"))))
                .should()
                .haveNameMatching(
                        "dev\\.avow\\.(sealing\\.MasterKey|tenancy\\.RolePasswords.*|app\\.Storage|app\\.DatabaseServer"
                            + "|backup\\.Envelope|backup\\.ManifestFile"
                            + "|wire\\.WireProvider|ask\\.KeyGuard"
                            + "|accounts\\.UserRows.*|prove\\.EntryKeys|retention\\.LegalHolds|requests\\.SealedTexts|mail\\.MailSeal|intake\\.IntakeSeal|incidents\\.IncidentSeal|consents\\.ConsentRows|record\\.KeptSeal|rights\\.(SealedColumns|ExportSpool)|retain\\.ArchiveFrames"
                            + "|registry\\.SealedProviderKey|detection\\.DefinitionRows|testing\\..*)")
                .check(AVOW);
    }

    @Test
    void unmasking_all_isDoneByTheRoomThatRestores() {
        noClasses()
                .that()
                .resideOutsideOfPackages(pkg("restore"), pkg("mask"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(UnmaskAccess.class)
                .check(AVOW);
    }

    @Test
    void detector_all_dependsOnNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.avow.detector..")
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("java..", "dev.avow.detector..", "org.jspecify..")))
                .check(AVOW);
    }

    /** The composition root alone knows engines, and one module alone the native library. */
    @Test
    void engines_all_areSeenByTheCompositionRootAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(pkg("engines"), pkg("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(pkg("engines"))
                .check(AVOW);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.avow.engines.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(AVOW);
    }

    /** Tests alone may hash passwords at another cost than the one that holds. */
    @Test
    void passwords_all_areHashedAtTheCostThatHolds() {
        noClasses()
                .that(not(simpleName("Passwords")))
                .should()
                .callConstructor(Passwords.class, int.class)
                .check(AVOW);
    }

    /** O2: nobody but the adapter knows how mail is sent. */
    @Test
    void mail_all_isSentByOneAdapterAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pkg("smtp"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(AVOW);
    }

    /**
     * T8: there is no telemetry about the product, since nothing that could send it can be written
     * by accident. Whoever reaches another machine is on this list, and goes where an operator
     * said: to a provider, a guard, a store, a key service, a mail server, a witness, an audit log.
     */
    @Test
    void otherMachines_all_areReachedByAFewNamedClasses() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "dev\\.avow\\.(wire\\.|vertex\\.TokenExchange|engines\\.(completions\\.Completions|presidio\\.Calls)"
                            + "|objects\\.|kms\\.|smtp\\.|witness\\.HttpWitness|auditor\\.(RemoteInstallation|VerifyCommand)"
                            + "|testing\\.).*")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.net.http..",
                                        "software.amazon.awssdk.services..",
                                        "software.amazon.awssdk.http.urlconnection..",
                                        "jakarta.mail..")
                                .or(
                                        nameMatching(
                                                "java\\.net\\.(Socket|DatagramSocket|MulticastSocket|URLConnection|HttpURLConnection)"
                                                    + "|javax\\.net\\.(ssl\\.SSL)?Socket(Factory)?"
                                                    + "|java\\.nio\\.channels\\.(Asynchronous)?(Socket|Datagram)Channel"
                                                    + "|io\\.vertx\\.core\\.(http\\.(HttpClient|WebSocketClient).*|net\\.NetClient.*|datagram\\..*)")))
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(AVOW);
    }

    @Test
    void packages_all_liveInOneModuleEach() throws IOException {
        Path root = Path.of(System.getProperty("avow.root", ".."));
        Map<String, TreeSet<String>> modulesOf = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    // What TeaVM lacks of the JDK it finds under a name that it prescribes.
                    .filter(file -> !file.toString().contains("/org/teavm/"))
                    .forEach(file -> {
                        String path = root.relativize(file).toString();
                        int cut = path.indexOf("/src/main/java/");
                        String folder = path.substring(cut + 15, path.lastIndexOf('/'));
                        modulesOf
                                .computeIfAbsent(folder, _ -> new TreeSet<>())
                                .add(path.substring(0, cut));
                    });
        }
        assertThat(modulesOf).isNotEmpty();
        assertThat(modulesOf.values()).allSatisfy(modules -> assertThat(modules).hasSize(1));
        Map<String, TreeSet<String>> packagesOf = new TreeMap<>();
        modulesOf.forEach((folder, modules) ->
                packagesOf.computeIfAbsent(modules.first(), _ -> new TreeSet<>()).add(folder));
        assertThat(packagesOf.values()).allSatisfy(packages -> assertThat(packages).hasSize(1));
    }

    @Test
    void printing_all_isDoneByTheCommandLineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.avow.app..",
                        "dev.avow.auditor..",
                        "dev.avow.files..",
                        "dev.avow.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(AVOW);
    }
}

package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.french.FrenchDate;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a person reads: each kind of value goes into a French sentence by its one formatter, never as a program writes it. */
class FrenchSentencesTest {

    private static final Set<String> AS_A_PROGRAM_WRITES_THEM = Set.of(
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Instant",
            "java.time.YearMonth",
            "java.time.Duration",
            "java.time.Period",
            "fr.appui.calendar.Quarter");
    private static final Pattern FRENCH = Pattern.compile(
            "[éèàêçùîôû«»’]|\\b(le|la|les|du|au|de|des|un|une|est|et|sur|dans|pour)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'\\p{L}");

    /** An elided word before a letter, a figure, « or what is put in there; a straight apostrophe elsewhere is a program's. */
    private static final Pattern ELIDED = Pattern.compile(
            "(?<!\\p{L})(?:[ldnsjmtc]|(?:jus|lors|puis|quel|pres)?qu|aujourd|entr)'(?=[\\p{L}\\d«\u0001]|$)",
            Pattern.CASE_INSENSITIVE);

    /** Columns of a file that others publish, as they are read. */
    private static final Set<String> NOT_OURS = Set.of("nom d'exercice", "prenom d'exercice");

    private static final int UTF8 = 1;
    private static final Pattern BREAKABLE = Pattern.compile("« .{0,20}|.{0,20} »|.{0,20}(&nbsp;| );");
    private static final Pattern TOLD_BY_SENDING =
            Pattern.compile("prévenue?s? quand|n['’]en a reçu aucun|qu['’]un médecin (était|a été) prévenu");
    private static final Pattern MARKUP = Pattern.compile("\\{[^}]*}|<script.*?</script>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern QUOTED_FAULT =
            Pattern.compile("« \" \\+ [^+]+ \\+ \" » n['’]est pas (valable|une? |lisible|prévu)");
    private static final Path SOURCES = Path.of("src", "main");

    @Test
    void noDateAndNoHourIsGluedIntoASentence() {
        List<String> glued = new ArrayList<>();
        TextFiles.under(classes(), ".class").forEach(file -> read(file, glued));
        assertThat(glued).isEmpty();
    }

    @Test
    void noPageHasAStraightApostrophe() {
        List<String> straight = TextFiles.under(SOURCES.resolve("resources/templates"), ".html")
                .flatMap(file -> STRAIGHT.matcher(
                                MARKUP.matcher(TextFiles.read(file)).replaceAll(" "))
                        .results()
                        .map(found -> file + ": " + found.group()))
                .toList();
        assertThat(straight).isEmpty();
    }

    /** What the API, a mail or a refusal says: every text that was compiled, those of annotations and of joined sentences too. */
    @Test
    void noSentenceOfTheServiceHasAStraightApostrophe() {
        assertThat(TextFiles.under(classes(), ".class")
                        .flatMap(FrenchSentencesTest::texts)
                        .filter(text -> ELIDED.matcher(text).find())
                        .filter(text -> !NOT_OURS.contains(text)))
                .isEmpty();
    }

    private static Stream<String> texts(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var reader = new ClassReader(bytes);
            List<String> texts = new ArrayList<>();
            for (int item = 1; item < reader.getItemCount(); item++) {
                int start = reader.getItem(item);
                if (start > 0 && bytes[start - 1] == UTF8) {
                    texts.add(new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))
                            .readUTF());
                }
            }
            return texts.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A narrow no-break space before « ; », a no-break space inside « », so that neither begins or ends a line alone. */
    @Test
    void noLineBreaksBesideAQuotationMarkOrASemicolon() {
        List<String> broken = TextFiles.under(SOURCES.resolve("resources/templates"), ".html")
                .flatMap(file -> BREAKABLE
                        .matcher(MARKUP.matcher(TextFiles.read(file)).replaceAll("-"))
                        .results()
                        .map(found -> file + ": " + found.group()))
                .toList();
        assertThat(broken).isEmpty();
    }

    /** A message that was accepted may not have arrived: nobody is said to be told for that it left. */
    @Test
    void nobodyIsSaidToBeToldForAMessageThatLeft() {
        assertThat(Stream.concat(TextFiles.under(SOURCES, ".html"), TextFiles.under(Path.of("docs", "fr"), ".md"))
                        .filter(file ->
                                TOLD_BY_SENDING.matcher(TextFiles.read(file)).find()))
                .isEmpty();
    }

    @Test
    void hoursAreCutShortByNobody() {
        assertThat(sourcesThatSay(Pattern.compile("\\.toHours\\(\\)"))).isEmpty();
    }

    @Test
    void whatIsRefusedIsQuotedInOnePlaceWhichKnowsOfNothingWritten() {
        assertThat(sourcesThatSay(QUOTED_FAULT)).isEmpty();
    }

    private static List<Path> sourcesThatSay(Pattern words) {
        return TextFiles.under(SOURCES.resolve("java"), ".java")
                .filter(file -> !file.getParent().endsWith("french"))
                .filter(file -> words.matcher(TextFiles.read(file)).find())
                .toList();
    }

    private static void read(Path file, List<String> glued) {
        try {
            new ClassReader(Files.readAllBytes(file)).accept(new Concatenations(glued), ClassReader.SKIP_FRAMES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classes() {
        try {
            return Path.of(FrenchDate.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("fr/appui");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Finds what {@code "du " + date} was compiled to: each value made a text by {@code String.valueOf}, then all of them joined. */
    private static final class Concatenations extends ClassVisitor {

        private final List<String> glued;
        private String name = "";

        Concatenations(List<String> glued) {
            super(Opcodes.ASM9);
            this.glued = glued;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new Sentences(name + "." + method, glued);
        }
    }

    /** @param type empty where it is that of a variable */
    private record Shown(String type, int variable) {}

    private record Sentence(String text, List<Shown> shown) {}

    private static final class Sentences extends MethodVisitor {

        private final String method;
        private final List<String> glued;
        private final List<Sentence> sentences = new ArrayList<>();
        private final Map<Integer, Set<String>> variables = new HashMap<>();
        private List<Shown> shown = new ArrayList<>();
        private Shown last = new Shown("", -1);

        Sentences(String method, List<String> glued) {
            super(Opcodes.ASM9);
            this.method = method;
            this.glued = glued;
        }

        @Override
        public void visitVarInsn(int code, int variable) {
            last = new Shown("", variable);
        }

        @Override
        public void visitFieldInsn(int code, String owner, String field, String type) {
            last = new Shown(Type.getType(type).getClassName(), -1);
        }

        @Override
        public void visitTypeInsn(int code, String type) {
            last = new Shown(Type.getObjectType(type).getClassName(), -1);
        }

        @Override
        public void visitMethodInsn(int code, String owner, String called, String types, boolean isInterface) {
            if (owner.equals("java/lang/String") && types.equals("(Ljava/lang/Object;)Ljava/lang/String;")) {
                shown.add(last);
            }
            last = new Shown(Type.getReturnType(types).getClassName(), -1);
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String types, Handle maker, Object... constants) {
            if (maker.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                sentences.add(new Sentence(constants[0].toString().replace('\u0001', '…'), shown));
                shown = new ArrayList<>();
            }
            last = new Shown(Type.getReturnType(types).getClassName(), -1);
        }

        @Override
        public void visitLocalVariable(String name, String type, String signature, Label from, Label to, int index) {
            variables
                    .computeIfAbsent(index, none -> new HashSet<>())
                    .add(Type.getType(type).getClassName());
        }

        @Override
        public void visitEnd() {
            sentences.stream()
                    .filter(sentence -> sentence.text().contains(" ")
                            && FRENCH.matcher(sentence.text()).find())
                    .filter(sentence ->
                            sentence.shown().stream().flatMap(this::types).anyMatch(AS_A_PROGRAM_WRITES_THEM::contains))
                    .forEach(sentence -> glued.add(method + ": " + sentence.text()));
        }

        private Stream<String> types(Shown value) {
            return value.variable() < 0
                    ? Stream.of(value.type())
                    : variables.getOrDefault(value.variable(), Set.of()).stream();
        }
    }
}

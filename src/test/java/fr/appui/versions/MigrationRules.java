package fr.appui.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may not do to tables that the version before still reads and writes beside this one (ADR 0070): expand first,
 * contract two minor versions after the last that used it. A file says so itself, in a comment:
 *
 * <pre>
 * -- contract: last used in 0.2.0
 * -- beside the version before: it never wrote this column
 * </pre>
 *
 * The first is reckoned with; the second is a reason that whoever reads the change judges.
 */
final class MigrationRules {

    /** A statement that the version before may not stand, and why. */
    record Finding(String migration, String statement, String why) {}

    private record Rule(Pattern pattern, String why) {

        static Rule of(String pattern, String why) {
            return new Rule(Pattern.compile(pattern), why);
        }
    }

    private static final String TABLE = "([A-Z0-9_]+)";

    /** On whole statements; the first group is the table. */
    private static final List<Rule> STATEMENTS = List.of(
            Rule.of("^DROP TABLE (?:IF EXISTS )?" + TABLE, "the version before reads this table"),
            Rule.of("^DROP (?:TRIGGER|INDEX|VIEW)()", "the version before counts on it"),
            Rule.of("^RENAME TABLE (?:IF EXISTS )?" + TABLE, "the version before knows it by its old name"),
            Rule.of(
                    "^CREATE (?:OR REPLACE )?UNIQUE INDEX .*? ON " + TABLE,
                    "the version before may write what it refuses"),
            Rule.of("^CREATE (?:OR REPLACE )?TRIGGER .*? ON " + TABLE, "the version before may write what it refuses"),
            Rule.of(
                    "^(?:UPDATE|REPLACE INTO|REPLACE|DELETE FROM|TRUNCATE TABLE|TRUNCATE) " + TABLE,
                    "the version before reads what is there now"));

    /** On the clauses of an ALTER TABLE. */
    private static final List<Rule> CLAUSES = List.of(
            Rule.of("^DROP ", "the version before uses it"),
            Rule.of("^(?:RENAME|CHANGE) ", "the version before knows it by its old name"),
            Rule.of("^(?:MODIFY|ALTER|CONVERT) ", "the version before may write what no longer fits"),
            Rule.of("^ADD (?:UNIQUE|PRIMARY|FOREIGN|CONSTRAINT|CHECK)", "the version before may write what it refuses"),
            Rule.of(
                    "^ADD (?!INDEX |KEY |FULLTEXT )(?!.*\\b(?:DEFAULT|AUTO_INCREMENT|AS \\()).*\\bNOT NULL",
                    "the version before does not fill it: give it a default"));

    private static final Pattern CREATED = Pattern.compile("^CREATE (?:OR REPLACE )?TABLE (?:IF NOT EXISTS )?" + TABLE);
    private static final Pattern ALTERED =
            Pattern.compile("^ALTER (?:ONLINE )?TABLE (?:IF EXISTS )?" + TABLE + " (.*)$");
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: last used in (\\S+)$");
    private static final Pattern REASON = Pattern.compile("(?m)^-- beside the version before: \\S.*$");

    private final Version current;
    private final Set<String> released;

    /** @param released names of the migrations that a version already made: they are history */
    MigrationRules(Version current, Set<String> released) {
        this.current = current;
        this.released = released;
    }

    List<Finding> check(List<Migration> migrations) {
        Set<String> young = new java.util.HashSet<>();
        var findings = new ArrayList<Finding>();
        for (Migration migration : migrations) {
            if (!released.contains(migration.name())) {
                migration.statements().forEach(statement -> created(statement).ifPresent(young::add));
            }
        }
        for (Migration migration : migrations) {
            if (!released.contains(migration.name())) {
                findings.addAll(check(migration, young));
            }
        }
        return findings;
    }

    private List<Finding> check(Migration migration, Set<String> young) {
        if (REASON.matcher(migration.source()).find()) {
            return List.of();
        }
        Matcher contract = CONTRACT.matcher(migration.source());
        boolean declared = contract.find();
        if (declared && current.isTwoMinorsAfter(Version.parse(contract.group(1)))) {
            return List.of();
        }
        String tooEarly = declared ? "; the contract step comes two minor versions after " + contract.group(1) : "";
        return migration.statements().stream()
                .flatMap(statement -> why(statement, young).stream()
                        .map(why -> new Finding(migration.name(), statement, why + tooEarly)))
                .toList();
    }

    private static Optional<String> created(String statement) {
        Matcher created = CREATED.matcher(statement);
        return created.find() ? Optional.of(created.group(1)) : Optional.empty();
    }

    /** @param young tables that no other version knows: anything may be done to them */
    private static Optional<String> why(String statement, Set<String> young) {
        Matcher altered = ALTERED.matcher(statement);
        if (altered.find()) {
            return young.contains(altered.group(1)) ? Optional.empty() : why(clauses(altered.group(2)));
        }
        for (Rule rule : STATEMENTS) {
            Matcher found = rule.pattern().matcher(statement);
            if (found.find() && !young.contains(found.group(1))) {
                return Optional.of(rule.why());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> why(List<String> clauses) {
        return clauses.stream()
                .flatMap(clause -> CLAUSES.stream()
                        .filter(rule -> rule.pattern().matcher(clause).find())
                        .map(Rule::why))
                .findFirst();
    }

    /** At the commas that are outside parentheses. */
    private static List<String> clauses(String clauses) {
        var found = new ArrayList<String>();
        int depth = 0;
        var clause = new StringBuilder();
        for (char c : clauses.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                found.add(clause.toString().strip());
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        found.add(clause.toString().strip());
        return found;
    }
}

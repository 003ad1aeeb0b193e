package fr.appui.indicators.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Behind how many physicians the amounts of a report stand, as its named list has it: sums of one or two are the pay of one.
 *
 * @param first who held the first rung, by territory @param backUps who was paid for a rung behind it, by territory
 */
record PaidPhysicians(Map<String, Set<String>> first, Map<String, Set<String>> backUps) {

    /** The name of the only territory of a document that is of one. */
    static final String HERE = "";

    static PaidPhysicians of(AnnualReport report) {
        Map<String, Set<String>> backUps = new HashMap<>(named(report, NamedListSection.BACK_UPS));
        backUps.keySet().removeIf(name -> isUnpaid(report, name));
        return new PaidPhysicians(named(report, NamedListSection.HOLDERS), backUps);
    }

    /** Of all territories. */
    long number() {
        return first.values().stream().flatMap(Set::stream).distinct().count();
    }

    /** The territories in which somebody is paid, and fewer than {@code least} on one of the rungs. */
    List<String> few(int least) {
        return Stream.concat(
                        first.keySet().stream().filter(name -> isFew(first, name, least)),
                        backUps.keySet().stream().filter(name -> isFew(backUps, name, least)))
                .distinct()
                .toList();
    }

    /** Whether even all of these territories together are fewer: what is told of the others and of all would tell it of them. */
    boolean fewOfAll(int least) {
        List<String> few = few(least);
        long together = few.stream()
                .flatMap(name -> first.getOrDefault(name, Set.of()).stream())
                .distinct()
                .count();
        return !few.isEmpty() && together < least || few.size() == 1 && isFew(backUps, few.getFirst(), least);
    }

    private static boolean isFew(Map<String, Set<String>> people, String name, int least) {
        int number = people.getOrDefault(name, Set.of()).size();
        return number > 0 && number < least;
    }

    /** By the name of the territory, which a region's list says first, their RPPS. */
    private static Map<String, Set<String>> named(AnnualReport report, String title) {
        return blocks(report, "named-list")
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals(title))
                .flatMap(table -> table.rows().stream()
                        .map(row -> Map.entry(
                                table.columns().getFirst().equals("Territoire") ? words(row, 0) : HERE,
                                words(row, table.columns().indexOf("Médecin"))
                                        + words(row, table.columns().indexOf("RPPS")))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static boolean isUnpaid(AnnualReport report, String name) {
        return blocks(report, "financial")
                .anyMatch(block -> block.equals(new Paragraph(FinancialSection.backUpRule(BackUpPay.NONE, name))));
    }

    private static Stream<Block> blocks(AnnualReport report, String section) {
        return report.sections().stream()
                .filter(one -> one.code().equals(section))
                .flatMap(one -> one.blocks().stream());
    }

    private static String words(Row row, int column) {
        return row.cells().get(column) instanceof Value.Words(String text) ? text : "";
    }
}

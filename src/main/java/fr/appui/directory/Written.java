package fr.appui.directory;

/** What came of a change asked by a person. A refusal is a value: bad input is no surprise. */
public sealed interface Written {

    /** @param version the one to give with the next change */
    record Kept(int version) implements Written {}

    /** Somebody changed it in between. @param version the one in force */
    record Stale(int version) implements Written {}

    record Unknown() implements Written {}

    /**
     * @param field the field to blame, as it is called in code
     * @param why in French, with the remedy
     */
    record Refused(String field, String why) implements Written {}
}

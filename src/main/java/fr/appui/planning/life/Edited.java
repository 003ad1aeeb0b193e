package fr.appui.planning.life;

/** What came of a change by hand. */
public sealed interface Edited {

    record Done(RotaView rota) implements Edited {}

    /** Somebody changed these very dates after what its author had read. @param why in French, with the remedy */
    record Met(String why) implements Edited {}

    record Refused(RuleBreach breach) implements Edited {}

    /** It makes no sense as things stand. @param field what to correct @param why in French, with the remedy */
    record Senseless(String field, String why) implements Edited {}
}

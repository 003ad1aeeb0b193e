package fr.appui.planning.life;

/** What came of a publication. */
public sealed interface Publishing {

    record Published(int version, RotaDifference difference) implements Publishing {}

    record Refused(RuleBreach breach) implements Publishing {}

    /** Somebody published in between. */
    record OutOfDate(int versionInForce) implements Publishing {}

    /** The draft was changed while it was about to be published. */
    record Changed() implements Publishing {}

    /** Acts or a version came since the draft was made, and it would undo them: it is to be rebased first. */
    record Outrun(Rebase rebase) implements Publishing {}

    record NoDraft() implements Publishing {}

    /** The hours that the draft was made for are promised no more. */
    record NoHours() implements Publishing {}

    /** The draft would change duties that began already. @param sentence names them */
    record RewritesThePast(String sentence) implements Publishing {}
}

package fr.appui.directory;

/** What a caller meets on the line before a physician answers. */
public record CallerSettings(WhenNoKey whenNoKey, WaitingSound waitingSound) {

    public static final CallerSettings DEFAULTS = new CallerSettings(WhenNoKey.RING, WaitingSound.MUSIC);
}

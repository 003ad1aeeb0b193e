package fr.appui.outreach;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import java.util.Optional;

/**
 * Fired when a switch refused a telephone that another switch rings and that is forwarded to the line.
 *
 * @param call the one for which it rings, where the operator carries our header through the forwarding
 * @param territory whose line that telephone is shown
 */
public record LoopedBack(Optional<CallId> call, Optional<TerritoryCode> territory) {}

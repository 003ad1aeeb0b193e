package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import java.util.UUID;

/** @param trial to be given back with the answer; @param number the only one that rings */
public record TrialOrder(UUID trial, SupportLine line, PhoneNumber number) {}

package fr.appui.planning.notice;

import fr.appui.directory.MailAddress;
import java.util.Optional;
import java.util.UUID;

/** One mail to one person. @param calendar an iCalendar file to attach */
public record Notice(UUID id, MailAddress recipient, String subject, String body, Optional<String> calendar) {}

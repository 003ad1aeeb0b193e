package fr.appui.directory.store;

import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Null in rows that a version before wrote: as in {@link LocalRules#NONE}. */
@Embeddable
record RulesColumns(
        @Column(name = "alerts") @Nullable String alerts,
        @Column(name = "paediatric") @Nullable String paediatric,
        @Column(name = "admits_unknown") @Nullable Boolean admitsUnknown,
        @Column(name = "keeps_samu_files") @Nullable Boolean keepsSamuFiles,

        @Column(name = "host_rule") @Enumerated(EnumType.STRING) @Nullable
        HostRule hostRule,

        @Column(name = "excludes_lisp") @Nullable Boolean excludesLisp,

        @Column(name = "patients") @Enumerated(EnumType.STRING) @Nullable
        Patients patients) {

    static final RulesColumns NONE = new RulesColumns(null, null, null, null, null, null, null);

    static RulesColumns of(LocalRules rules) {
        return new RulesColumns(
                rules.alerts().map(MailAddress::value).orElse(null),
                rules.paediatric().map(PhoneNumber::e164).orElse(null),
                rules.admitsUnknown(),
                rules.keepsSamuFiles(),
                rules.hostRule(),
                rules.excludesLisp(),
                rules.patients());
    }

    LocalRules toRules(List<DaytimeContactColumns> contacts) {
        return new LocalRules(
                Optional.ofNullable(alerts).map(MailAddress::new),
                Optional.ofNullable(paediatric).map(PhoneNumber::new),
                Boolean.TRUE.equals(admitsUnknown),
                Boolean.TRUE.equals(keepsSamuFiles),
                hostRule == null ? LocalRules.NONE.hostRule() : hostRule,
                Boolean.TRUE.equals(excludesLisp),
                patients == null ? LocalRules.NONE.patients() : patients,
                contacts.stream().map(DaytimeContactColumns::toContact).toList());
    }
}

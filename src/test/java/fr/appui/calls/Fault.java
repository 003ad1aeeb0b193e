package fr.appui.calls;

/** What breaks in the fault suite. */
enum Fault {
    SERVICE_KILLED("service tué (SIGKILL)", 16),
    SERVICE_HUNG("service figé (SIGSTOP)", 14),
    SERVICE_SLOW("réponse lente (2 s)", 14),
    SERVICE_WRONG("réponse fausse", 14),
    DATABASE_STOPPED("MariaDB arrêtée", 8),
    DATABASE_HUNG("MariaDB figée", 8),
    DATABASE_READ_ONLY("MariaDB en lecture seule", 8),
    DATABASE_FULL("disque de MariaDB plein", 8),
    BROKER_STOPPED("Kafka arrêté", 6),
    BROKER_PARTED("Kafka isolé", 6),
    SWITCH_RELOADED("Asterisk rechargé", 6),
    SWITCH_RESTARTED("Asterisk tué et redémarré", 5),
    CLOCK_SET("heure changée", 8),
    AMI_CUT("AMI coupée", 12);

    private final String label;
    private final int inThousandCalls;

    Fault(String label, int inThousandCalls) {
        this.label = label;
        this.inThousandCalls = inThousandCalls;
    }

    /** In French, for the figures. */
    String label() {
        return label;
    }

    /** At least one of each kind in the smallest plan. */
    int among(int calls) {
        return Math.max(1, Math.round(inThousandCalls * calls / 1_000f));
    }
}

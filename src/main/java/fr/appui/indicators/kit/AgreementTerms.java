package fr.appui.indicators.kit;

/**
 * What an agreement says beside its parties and dates (doc 001 §4, article L. 6134-1): who answers for what, how the service is
 * organised, how physicians are paid.
 *
 * @param version zero before anything was written
 */
public record AgreementTerms(String responsibilities, String organisation, String pay, long version) {

    public static final int LONGEST = 6_000;

    /** What the cahier des charges says, to begin with. */
    public static final AgreementTerms USUAL = new AgreementTerms(
            "L’établissement porteur coordonne l’appui, organise le planning, s’assure de la couverture des plages, tient le"
                    + " registre des fiches et rend compte à l’ARS.\n"
                    + "L’établissement partenaire met à disposition les médecins volontaires qu’il emploie, formés en soins"
                    + " palliatifs, et les couvre au titre de leur activité. Chaque médecin engage sa responsabilité dans la"
                    + " pertinence de ses conseils, au niveau de l’information portée à sa connaissance.",
            "L’appui est téléphonique, de second recours, sans déplacement, ni prescription, ni recherche de place. Les"
                    + " médecins y participent sur la base du volontariat ; une astreinte HAD ou USP reste prioritaire."
                    + " Une absence est signalée à la coordination, qui organise le remplacement ou l’échange.\n"
                    + "Chaque sollicitation est tracée sans identité de patient ; toute information médicale passe par"
                    + " messagerie sécurisée de santé.",
            "L’établissement porteur perçoit la subvention et reverse à l’établissement partenaire le forfait de chaque jour"
                    + " d’astreinte tenu par ses médecins, sur service fait, partagé au temps tenu.",
            0);
}

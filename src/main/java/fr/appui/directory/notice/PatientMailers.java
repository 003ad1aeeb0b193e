package fr.appui.directory.notice;

import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MailerName;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

@ApplicationScoped
class PatientMailers {

    private final Context loop;

    PatientMailers(Vertx vertx) {
        this.loop = vertx.getOrCreateContext();
    }

    @Produces
    @Patient
    @ApplicationScoped
    Mailer ordinary(ReactiveMailer mailer) {
        return new PatientMailer(mailer, loop);
    }

    @Produces
    @Patient(Patient.SECURE)
    @ApplicationScoped
    Mailer secure(@MailerName(Patient.SECURE) ReactiveMailer mailer) {
        return new PatientMailer(mailer, loop);
    }
}

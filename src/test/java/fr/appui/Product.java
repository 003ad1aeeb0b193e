package fr.appui;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** The product's classes, read once (some seconds of processor) for all tests that ask what they are and name. */
public final class Product {

    public static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("fr.appui");

    private Product() {}
}

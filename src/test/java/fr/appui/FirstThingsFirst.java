package fr.appui;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * By their {@link Order}, then by name: who reads all territories on every page comes before those that leave theirs in the
 * database they share. Quarkus keeps together what shares an application all the same.
 */
public final class FirstThingsFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext tests) {
        tests.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor>comparingInt(FirstThingsFirst::order)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static int order(ClassDescriptor test) {
        return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}

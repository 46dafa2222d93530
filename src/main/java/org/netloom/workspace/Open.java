package org.netloom.workspace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a service method, endpoint or view that belongs to no workspace, with the reason why that is right. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    To to();

    String because();

    /** Who gets in. */
    enum To {
        EVERYONE,
        SIGNED_IN,
        ADMINISTRATORS
    }
}

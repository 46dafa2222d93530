package org.netloom.workspace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller must be allowed to do. On every service method, endpoint and view that serves people or programs, unless it is
 * {@link Open}. It decides nothing: the method asks {@link Access}, and a test calls every one in every role to see that it does.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Action value();
}

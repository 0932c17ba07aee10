@echo off
rem Starts smtpdiag: finds a Java run-time (17 or newer).
setlocal
set "JAR=%~dp0..\lib\smtpdiag.jar"
if not exist "%JAR%" (
  echo smtpdiag: %JAR% is missing: this copy of smtpdiag is not complete 1>&2
  exit /b 2
)
set "JAVA_CMD="
if defined SMTPDIAG_JAVA_HOME (
  if not exist "%SMTPDIAG_JAVA_HOME%\bin\java.exe" (
    echo smtpdiag: SMTPDIAG_JAVA_HOME is set to %SMTPDIAG_JAVA_HOME%, but there is no bin\java.exe in it 1>&2
    exit /b 2
  )
  set "JAVA_CMD=%SMTPDIAG_JAVA_HOME%\bin\java.exe"
)
if not defined JAVA_CMD if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_CMD for %%J in (java.exe) do if not "%%~$PATH:J"=="" set "JAVA_CMD=%%~$PATH:J"
if not defined JAVA_CMD (
  echo smtpdiag: no Java found: install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
"%JAVA_CMD%" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData %SMTPDIAG_JAVA_OPTS% -cp "%JAR%;%~dp0..\lib\simulate\*" dev.smtpdiag.cli.Main %*
exit /b %ERRORLEVEL%

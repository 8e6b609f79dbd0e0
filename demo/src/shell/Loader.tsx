/** Present while something loads. */
export function Loader() {
  return (
    <div className="application-loader">
      <i className="fa fa-circle-o-notch fa-spin" />
    </div>
  );
}
